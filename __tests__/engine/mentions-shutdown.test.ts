import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { mentionsShutdown } from '../../src/engine/mentions-shutdown.ts';
import type { PlannedComponent } from '../../src/template/plan.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder('mentions');
mkdirSync(path.join(folder, 'scripts'));
writeFileSync(path.join(folder, 'scripts', 'off.sh'), '#!/bin/sh\nsystemctl poweroff\n');
writeFileSync(path.join(folder, 'scripts', 'on.sh'), '#!/bin/sh\necho on\n');

const asks = (options: object): Promise<boolean> =>
  mentionsShutdown([{ decoded: { options } } as unknown as PlannedComponent], folder);

describe('whether provisioners speak of switching their machine off', () => {
  it.each([
    [{ inline: ['echo', 'sudo shutdown -h now'] }],
    [{ inline: ['init 0'] }],
    [{ execute_command: '{{ .Path }}; poweroff' }],
    [{ content: 'power_state: { mode: poweroff }' }],
    [{ scripts: ['scripts/on.sh', 'scripts/off.sh'] }],
    [{ script: path.join(folder, 'scripts', 'off.sh') }],
  ])('is so in %j', async (options) => {
    expect(await asks(options)).toBe(true);
  });

  it.each([
    [{ inline: ['apt-get update', 'reboot'] }],
    [{ scripts: ['scripts/on.sh', 'scripts/missing.sh', 'scripts'] }],
    [{ destination: '/opt/haltung', timeout: 0, nested: { value: null, list: [true] } }],
  ])('is not so in %j', async (options) => {
    expect(await asks(options)).toBe(false);
  });
});
