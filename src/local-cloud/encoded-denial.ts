import { CloudError } from './protocol/cloud-error.ts';

/**
 * The encoded message that EC2 adds to a refused call. AWS's is encrypted; here it is base64url of the very text that
 * STS DecodeAuthorizationMessage gives back (shape: STS API reference).
 */
export function encodeDenial(action: string, principal: string): string {
  const message = {
    allowed: false,
    explicitDeny: false,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: { id: 'AIDALOCALCLOUD0000001', name: principal.split('/').at(-1), arn: principal },
      action,
      resource: '*',
      conditions: { items: [] },
    },
  };
  return Buffer.from(JSON.stringify(message)).toString('base64url');
}

export function decodeDenial(encoded: string): string {
  const text = Buffer.from(encoded, 'base64url').toString('utf8');
  if (text.startsWith('{"allowed":')) return text;
  throw new CloudError('InvalidAuthorizationMessageException', 'Invalid Authorization Message');
}
