import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { imageArn, snapshotArn } from '../../../src/images/provenance/arn.ts';
import { checksums, type ProvenRun, provenanceStatement } from '../../../src/images/provenance/statement.ts';

const RUN: ProvenRun = {
  runId: 'run1',
  template: 'app.pkr.hcl',
  cloud: 'aws',
  startedAt: '2026-01-02T03:04:05.000Z',
  finishedAt: '2026-01-02T03:14:05.000Z',
  version: '1.2.3',
  behavesAs: '1.16.0',
  commit: 'c0ffee',
  repository: 'https://github.com/octo/app',
  ref: 'refs/heads/main',
  runUrl: 'https://github.com/octo/app/actions/runs/7/attempts/1',
  builder: 'https://github.com/octo/app/.github/workflows/bake.yml@refs/heads/main',
  builds: [
    {
      name: 'amazon-ebs.app',
      region: 'us-east-1',
      artifact: {
        builderId: 'mitchellh.amazonebs',
        id: 'eu-west-1:ami-2,us-east-1:ami-1',
        description: '',
        images: [
          { region: 'eu-west-1', id: 'ami-2', name: 'app', snapshotIds: ['snap-2'] },
          { region: 'us-east-1', id: 'ami-1', name: 'app', snapshotIds: ['snap-1'] },
        ],
        sourceImageId: 'ami-0',
        sourceImageName: 'ubuntu',
        fingerprint: 'v1-abc',
      },
      inputs: [{ name: 'source-ami', label: 'the source AMI', digest: 'd1' }],
      isKeyed: false,
    },
  ],
};

describe('a provenance', () => {
  it('is an in-toto statement about each image, by its ARN, with a SLSA provenance', () => {
    const { _type, predicateType, subject, predicate } = provenanceStatement(RUN);
    expect(_type).toBe('https://in-toto.io/Statement/v1');
    expect(predicateType).toBe('https://slsa.dev/provenance/v1');
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const arns = ['arn:aws:ec2:eu-west-1::image/ami-2', 'arn:aws:ec2:us-east-1::image/ami-1'];
    expect(subject).toEqual(arns.map((name) => ({ name, digest: { sha256: sha256(name) } })));
    expect(predicate).toMatchObject({
      buildDefinition: {
        externalParameters: {
          template: 'app.pkr.hcl',
          builds: {
            'amazon-ebs.app': { fingerprint: 'v1-abc', digestsAreKeyed: false, inputs: { 'source-ami': 'd1' } },
          },
        },
        resolvedDependencies: [
          { uri: 'arn:aws:ec2:us-east-1::image/ami-0', annotations: { name: 'ubuntu' } },
          { uri: 'git+https://github.com/octo/app@refs/heads/main', digest: { gitCommit: 'c0ffee' } },
        ],
      },
      runDetails: {
        builder: { id: RUN.builder, version: { 'bake-ami': '1.2.3' } },
        metadata: { invocationId: RUN.runUrl, startedOn: RUN.startedAt, finishedOn: RUN.finishedAt },
        byproducts: [
          { uri: arns[0], annotations: { region: 'eu-west-1', snapshots: ['arn:aws:ec2:eu-west-1::snapshot/snap-2'] } },
          { uri: arns[1], annotations: { region: 'us-east-1', snapshots: ['arn:aws:ec2:us-east-1::snapshot/snap-1'] } },
        ],
      },
    });
  });

  it('lists its subjects as sha256sum lists files', () => {
    const lines = checksums(provenanceStatement(RUN)).split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^[0-9a-f]{64} {2}arn:aws:ec2:eu-west-1::image\/ami-2$/),
      expect.stringMatching(/^[0-9a-f]{64} {2}arn:aws:ec2:us-east-1::image\/ami-1$/),
      '',
    ]);
  });

  it('says no more than is known outside of GitHub', () => {
    const { predicate } = provenanceStatement({
      ...RUN,
      commit: undefined,
      repository: undefined,
      ref: undefined,
      runUrl: undefined,
      builder: undefined,
    });
    expect(predicate).toMatchObject({
      buildDefinition: { resolvedDependencies: [{ name: 'source-ami' }] },
      runDetails: { builder: { id: 'urn:bake-ami:terminal' }, metadata: { invocationId: 'run1' } },
    });
    expect(JSON.stringify(predicate)).not.toContain('undefined');
  });
});

describe('an ARN', () => {
  it.each([
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['ap-south-1', 'aws'],
  ])('of %s is of the partition %s', (region, partition) => {
    expect(imageArn(region, 'ami-1')).toBe(`arn:${partition}:ec2:${region}::image/ami-1`);
    expect(snapshotArn(region, 'snap-1')).toBe(`arn:${partition}:ec2:${region}::snapshot/snap-1`);
  });
});
