import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Bench } from './support.ts';

jest.setTimeout(60_000);

let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open();
});

/** The steps of examples/node-app/app.pkr.hcl by hand, so that the example is known to work apart from the engine. */
describe('the example application', () => {
  it.each([
    ['as this computer is', ''],
    ['without Node', 'sudo rm -f "$(command -v node)" /usr/local/bin/node /usr/bin/node;'],
  ])('is installed, answers, and answers again in a machine of its image: %s', async (_, before) => {
    const machine = await bench.boot();
    const example = 'examples/node-app';
    await bench.output(machine, `${before} cloud-init status --wait; mkdir -p /tmp/node-app`);
    await bench.scp(machine, '-r', `${example}/app`, 'machine:/tmp/node-app/');
    await bench.scp(machine, `${example}/app.service`, 'machine:/tmp/node-app/node-app.service');
    await bench.scp(machine, `${example}/scripts/install.sh`, 'machine:/tmp/script.sh');
    const variables = 'APP_NAME=node-app APP_VERSION=1.4.2 APP_PORT=8080 UPLOADS=/tmp/node-app';
    expect(await bench.output(machine, `chmod +x /tmp/script.sh; sudo env ${variables} /tmp/script.sh`)).toBe(
      'node-app 1.4.2 is installed in /opt/node-app\n',
    );
    const start = 'sudo systemctl daemon-reload; sudo systemctl enable node-app; sudo systemctl start node-app';
    const answer = 'The application answers: {"status":"ok","version":"1.4.2"}\n\n';
    expect(await bench.output(machine, `${start}; /opt/node-app/check.sh 8080`)).toBe(answer.replace('\n\n', '\n'));
    await bench.output(
      machine,
      'sudo systemctl stop node-app; sudo rm -rf /var/lib/apt/lists/* /tmp/node-app; sudo rm -f /root/.ssh/authorized_keys /home/ubuntu/.ssh/authorized_keys || true',
    );
    await machine.stop();
    const launched = await bench.boot({ diskId: await machine.snapshot() });
    await machine.terminate();
    expect(
      await bench.output(
        launched,
        '/opt/node-app/check.sh 8080; ps -o user= -p "$(cat /run/bake-ami/units/node-app.service.pid)"; ls /var/lib/apt/lists',
      ),
    ).toBe(`${answer.replace('\n\n', '\n')}app\n`);
    await launched.terminate();
  });
});
