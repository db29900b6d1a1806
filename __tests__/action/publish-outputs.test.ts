import { describe, expect, it } from '@jest/globals';
import { maskedOutputs } from '../../src/action/publish-outputs.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';

describe('outputs', () => {
  it('that hold a secret are told by name, with the reason and without the secret', () => {
    const secrets = new SecretRegistry();
    secrets.register('hunter22');
    const warnings = maskedOutputs(
      { ami_id: 'ami-1', artifacts: '{"x":[{"name":"app-hunter22-1"}]}', manifest: '/w/hunter22/m.json' },
      secrets,
    );
    expect(warnings).toEqual([
      expect.stringMatching(
        /^The output "artifacts" holds a secret \(.*, in "app-\*\*\*-1"\), so GitHub will not hand it/,
      ),
      expect.stringMatching(/^The output "manifest" holds a secret \(.*, in "\/w\/\*\*\*\/m\.json"\)/),
    ]);
    expect(warnings.join()).not.toContain('hunter22');
  });

  it('without any are not spoken of', () => {
    const secrets = new SecretRegistry();
    secrets.register('hunter22');
    expect(maskedOutputs({ ami_id: 'ami-1', ami_ids: '{}' }, secrets)).toEqual([]);
  });
});
