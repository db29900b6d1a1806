// How long a bake takes beyond what the cloud itself needs, how many calls it makes, and what 10, 25 and 50 builds at
// once cost, beside Packer where it is installed (`packer` on the PATH).
//
//   node __tests__/bench/bake.mjs [path of cli.js, default dist/cli.js] [single,10,25,50,buckets] [ours | both]
//
// Both bake the same templates on a local cloud with EC2's own delays: 12 s pending, 8 s more until SSH answers, 20 s
// until stopped, 45 s until the image is available, 1 s until terminated, 60 ms for each call. Builds at once: a quarter
// of that, 21.5 s in all. `buckets`: 50 builds, and the cloud throttles as EC2 does (token buckets per kind of action).
//
// No machine is booted: the cloud runs in a process of its own (bake-cloud.ts, bundled on the fly), and each of its
// instances is a loopback address (127.77.x.y) where one SSH server of that process answers once the time has come; it
// lets everybody in and says that every command has worked. Needs Linux, where all of 127.0.0.0/8 is this computer.
// BENCH_CALLS=1 lists the calls by action; BENCH_PROFILE=folder writes CPU profiles of bake-ami there.
// The delays are the cloud's: none of the time measured is spent on real work of a machine. bake-ami pins the first host
// key it sees (-ssh-host-key=first), as Packer does without saying so.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const cli = path.resolve(process.argv[2] || path.join(root, 'dist', 'cli.js'));
const wanted = (process.argv[3] || 'single,10,25,50').split(',');
const folder = mkdtempSync(path.join(tmpdir(), 'bake-ami-bench-'));
const environment = { ...process.env, CHECKPOINT_DISABLE: '1', AWS_POLL_DELAY_SECONDS: '', AWS_MAX_ATTEMPTS: '' };
const hasPacker = process.argv[4] !== 'ours' && spawnSync('packer', ['version'], { env: environment }).status === 0;

const profile = process.env.BENCH_PROFILE;
const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`] : [];
const CALL_MS = 60;
const SINGLE = { running: 12_000, ssh: 8_000, stopped: 20_000, image: 45_000, terminated: 1_000 };
const AT_ONCE = Object.fromEntries(Object.entries(SINGLE).map(([name, value]) => [name, value / 4]));

function template(count, endpoint, port) {
  const sources = Array.from(
    { length: count },
    (_, index) => `source "amazon-ebs" "m${index}" {
  ami_name                    = "bench-${index}-\${var.by}"
  instance_type               = "t3.micro"
  region                      = "us-east-1"
  ssh_username                = "ubuntu"
  ssh_port                    = ${port}
  ssh_timeout                 = "5m"
  custom_endpoint_ec2         = "${endpoint}"
  skip_region_validation      = true
  skip_metadata_api_check     = true
  skip_credential_validation  = true
  source_ami_filter {
    filters     = { name = "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*" }
    owners      = ["099720109477"]
    most_recent = true
  }
}
`,
  );
  const names = Array.from({ length: count }, (_, index) => `"source.amazon-ebs.m${index}"`);
  return `variable "by" {\n  type = string\n}\n${sources.join('')}build {\n  sources = [${names.join(', ')}]\n}\n`;
}

async function bundledCloud() {
  const bundle = await rolldown({
    cwd: root,
    input: { cloud: '__tests__/bench/bake-cloud.ts' },
    platform: 'node',
    external: ['cpu-features', /\.node$/],
    logLevel: 'silent',
    transform: { target: 'node20' },
  });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'cloud.mjs' });
  return path.join(folder, 'cloud.mjs');
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function startCloud(program, times, buckets) {
  const port = await freePort();
  const delays = { ...times, address: Math.min(2_000, times.running / 4), copy: times.image };
  const settings = { delays, sshMs: times.ssh, callMs: CALL_MS, port, buckets };
  const child = spawn(process.execPath, [program, JSON.stringify(settings)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const url = (await lines.next()).value;
  return {
    url,
    port,
    report: async () => {
      child.stdin.write('report\n');
      return JSON.parse((await lines.next()).value);
    },
    close: () => child.stdin.end(),
  };
}

/** Resident memory of a process and all below it, KiB; where a process has gone meanwhile, without it. */
function memoryOf(pid) {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), {
        parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]),
        memory: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0),
      });
    } catch {
      // It has ended.
    }
  }
  const isBelow = (each) => each === pid || (parents.has(each) && isBelow(parents.get(each).parent));
  return [...parents].reduce((sum, [each, { memory }]) => (isBelow(each) ? sum + memory : sum), 0);
}

/** Runs a program to its end: seconds, seconds of CPU with all its children, MiB at the highest. */
async function measured(command, cwd) {
  const start = performance.now();
  const shell = `"$@" >output.txt 2>&1; status=$?; times >times.txt; exit $status`;
  const child = spawn('bash', ['-c', shell, 'bash', ...command], { cwd, env: environmentFor(), stdio: 'ignore' });
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid));
  }, 250);
  const status = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(sampling);
  if (status !== 0) throw new Error(readFileSync(path.join(cwd, 'output.txt'), 'utf8').slice(-4_000));
  const [, children = ''] = readFileSync(path.join(cwd, 'times.txt'), 'utf8').split('\n');
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
  return { wall: (performance.now() - start) / 1_000, cpu, memory: peak / 1_024 };
}

function environmentFor() {
  return {
    ...environment,
    AWS_ACCESS_KEY_ID: 'AKIABENCH',
    AWS_SECRET_ACCESS_KEY: 'worthless',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: endpoint,
    // Else Packer's SDK looks into the files of whoever runs this.
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_CONFIG_FILE: '/dev/null',
  };
}

let endpoint = '';

async function compare(name, program, count, times, buckets, goals) {
  const critical = (times.running + times.ssh + times.stopped + times.image + times.terminated) / 1_000;
  console.log(`${name}: the cloud itself needs ${critical.toFixed(1)} s`);
  const ours = ['build', '-color=false', '-ssh-host-key=first', '-var', 'by=us', '.'];
  const theirs = ['packer', 'build', '-color=false', '-var', 'by=them', '.'];
  const contestants = [
    { who: 'bake-ami', command: [process.execPath, ...profiling, cli, ...ours] },
    ...(hasPacker && !buckets ? [{ who: 'Packer', command: theirs }] : []),
  ];
  for (const { who, command } of contestants) {
    const cloud = await startCloud(program, times, buckets);
    try {
      endpoint = cloud.url;
      const cwd = mkdtempSync(path.join(folder, 'bake-'));
      writeFileSync(path.join(cwd, 'bench.pkr.hcl'), template(count, cloud.url, cloud.port));
      const { wall, cpu, memory } = await measured(command, cwd);
      const { calls, spans, left } = await cloud.report();
      const total = Object.values(calls).reduce((sum, one) => sum + one, 0);
      const figures = `${wall.toFixed(1)} s (${(wall - critical).toFixed(1)} s more), ${total} calls, CPU ${cpu.toFixed(1)} s, ${Math.round(memory)} MiB`;
      console.log(`  ${who}: ${figures}${who === 'bake-ami' && goals ? `; goal ${goals}` : ''}`);
      if (process.env.BENCH_CALLS) {
        for (const [action, number] of Object.entries(calls)) {
          console.log(`    ${action}: ${number}, from ${spans[action][0]} s to ${spans[action][1]} s`);
        }
      }
      if (left.length > 0) console.log(`    left behind: ${left.join(', ')}`);
    } finally {
      cloud.close();
    }
  }
}

try {
  const program = await bundledCloud();
  console.log(`${cpus().length} processors, Node ${process.version}`);
  for (const what of wanted) {
    if (what === 'single') await compare('One build', program, 1, SINGLE, false, '2.5 s more, 60 calls');
    else if (what === 'buckets') await compare('50 builds, throttled as by EC2', program, 50, AT_ONCE, true, '');
    else {
      const goals = what === '50' ? '26 s, 550 calls, CPU 3 s, 180 MiB' : '';
      await compare(`${what} builds`, program, Number(what), AT_ONCE, false, goals);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
