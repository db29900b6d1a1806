import { describe, expect, it } from '@jest/globals';
import type { Leg } from '../../../src/app/outputs/leg-file.ts';
import { maskedLeg } from '../../../src/app/outputs/masked-leg.ts';
import { SecretRegistry } from '../../../src/kernel/secrets.ts';

const LEG: Leg = {
  outcome: 'succeeded',
  builds: { 'web.amazon-ebs.hunter22': 'succeeded' },
  outputs: {
    ami_id: 'ami-1',
    ami_ids: { 'eu-west-1': 'ami-1' },
    artifacts: {
      'web.amazon-ebs.hunter22': [
        {
          builder_id: 'b',
          artifact_id: 'eu-west-1:ami-1',
          images: [{ region: 'eu-west-1', id: 'ami-1', name: 'app-hunter22-1', snapshot_ids: ['snap-1'], size_gib: 8 }],
          source_ami_id: 'ami-0',
          fingerprint: '',
          reused: false,
          reused_from: '',
        },
      ],
    },
    manifest: '/w/hunter22/manifest.json',
    source_ami_id: 'ami-0',
    snapshot_ids: ['snap-1'],
    reused: false,
    fingerprint: '',
  },
  manifest: {
    builds: [
      {
        name: 'app',
        builderType: 'amazon-ebs',
        buildTime: 1,
        files: undefined,
        artifactId: 'eu-west-1:ami-1',
        runUuid: 'u',
        customData: { hunter22: 'is hunter22' },
      },
    ],
    lastRunUuid: 'u',
  },
};

function masked(...values: readonly string[]) {
  const secrets = new SecretRegistry();
  for (const value of values) secrets.register(value);
  return maskedLeg(LEG, (text) => secrets.mask(text));
}

describe('what a run hands on', () => {
  it('holds no secret, neither in a text nor in the name of a build or of custom data, and all the rest', () => {
    const { leg, piece } = masked('hunter22');
    expect(piece).toContain('***');
    expect(JSON.stringify(leg)).not.toContain('hunter22');
    expect(leg).toEqual(JSON.parse(JSON.stringify(LEG).replaceAll('hunter22', '***')));
  });

  it('keeps its shape where a secret is a word of it', () => {
    const { leg } = masked('images', 'succeeded', 'name', 'format', 'builds');
    expect(leg).toEqual(LEG);
  });

  it('is what it was where there is no secret in it', () => {
    expect(masked('hunter23')).toEqual({ leg: LEG, piece: undefined });
  });
});
