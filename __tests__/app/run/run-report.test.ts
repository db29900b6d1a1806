import { describe, expect, it } from '@jest/globals';
import { buildOutputs } from '../../../src/app/run/run-report.ts';
import type { BuildReport, RunReport } from '../../../src/engine/run-report.ts';
import type { ArtifactSummary } from '../../../src/kernel/events.ts';

function summary(...images: readonly (readonly [region: string, id: string])[]): ArtifactSummary {
  return {
    builderId: 'mitchellh.amazonebs',
    id: images.map(([region, id]) => `${region}:${id}`).join(','),
    description: 'AMIs were created:',
    images: images.map(([region, id]) => ({ region, id, name: 'app', snapshotIds: [`snap-${id}`] })),
    sourceImageId: 'ami-source',
  };
}

function report(...builds: readonly (readonly [name: string, artifact: ArtifactSummary | undefined])[]): RunReport {
  return {
    runId: 'run1',
    runUuid: 'uuid',
    startedAt: '2026-01-02T03:04:05.000Z',
    elapsedMs: 1,
    outcome: 'succeeded',
    builds: builds.map(
      ([build, artifact]): BuildReport => ({
        build,
        source: { type: 'amazon-ebs', name: build, localName: build },
        outcome: 'succeeded',
        startMs: 0,
        elapsedMs: 1,
        region: 'us-west-2',
        artifact,
        artifacts: artifact === undefined ? [] : [artifact],
        error: undefined,
        furtherErrors: [],
        launched: undefined,
        steps: [],
        left: [],
      }),
    ),
  };
}

describe('the outputs of a run', () => {
  it('hold the image of the only build in its own region, and its copies by region', () => {
    const one = summary(['eu-west-1', 'ami-2'], ['us-west-2', 'ami-1']);
    expect(buildOutputs(report(['failed', undefined], ['one', one]), '/w/manifest.json')).toEqual({
      amiId: 'ami-1',
      amiIds: { 'us-west-2': 'ami-1', 'eu-west-1': 'ami-2' },
      artifacts: { one: [one] },
      manifest: '/w/manifest.json',
      sourceAmiId: 'ami-source',
      snapshotIds: ['snap-ami-2', 'snap-ami-1'],
      isReused: false,
      fingerprint: undefined,
    });
  });

  it('name no image where several builds made one: only the list of all is right then', () => {
    const one = summary(['eu-west-1', 'ami-2'], ['us-west-2', 'ami-1']);
    const two = { ...summary(['eu-west-1', 'ami-3'], ['ap-south-1', 'ami-4']), sourceImageId: 'ami-other' };
    expect(buildOutputs(report(['one', one], ['two', two]), undefined)).toEqual({
      amiId: undefined,
      amiIds: { 'us-west-2': 'ami-1', 'ap-south-1': 'ami-4' },
      artifacts: { one: [one], two: [two] },
      manifest: undefined,
      sourceAmiId: undefined,
      snapshotIds: ['snap-ami-2', 'snap-ami-1', 'snap-ami-3', 'snap-ami-4'],
      isReused: false,
      fingerprint: undefined,
    });
  });

  it('are empty when nothing was made', () => {
    expect(buildOutputs(report(['one', undefined]), undefined)).toEqual({
      amiId: undefined,
      amiIds: {},
      artifacts: {},
      manifest: undefined,
      sourceAmiId: undefined,
      snapshotIds: [],
      isReused: false,
      fingerprint: undefined,
    });
  });

  it('tell a fingerprint of one build, and that nothing was made only where everything was there before', () => {
    const made = { ...summary(['eu-west-1', 'ami-2']), fingerprint: 'v1-a' };
    const reused = { ...summary(['eu-west-1', 'ami-3']), fingerprint: 'v1-b', isReused: true };
    const outputs = (...artifacts: readonly ArtifactSummary[]) => {
      const { isReused, fingerprint } = buildOutputs(
        report(...artifacts.map((artifact, index) => [`b${index}`, artifact] as const)),
        undefined,
      );
      return { isReused, fingerprint };
    };
    expect(outputs(made)).toEqual({ isReused: false, fingerprint: 'v1-a' });
    expect(outputs(reused)).toEqual({ isReused: true, fingerprint: 'v1-b' });
    expect(outputs(made, reused)).toEqual({ isReused: false, fingerprint: undefined });
    expect(outputs(reused, reused)).toEqual({ isReused: true, fingerprint: undefined });
  });
});
