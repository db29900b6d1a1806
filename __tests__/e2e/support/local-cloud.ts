import { cleanEnvironment, cli, type Program } from './programs.ts';

export interface RunningLocalCloud extends AsyncDisposable {
  readonly endpoint: string;
  /** What `bake-ami local-cloud` told to export. */
  readonly env: Readonly<Record<string, string>>;
  readonly program: Program;
  /** All that is left there and costs money or opens a door, one line each; images are not left-overs. */
  leftovers(): Promise<unknown>;
}

/** Starts `bake-ami local-cloud` of the committed bundle, as a user would, and reads the exports that it prints. */
export async function startLocalCloud(...flags: readonly string[]): Promise<RunningLocalCloud> {
  const program = cli(['local-cloud', '-port=0', ...flags], cleanEnvironment());
  await program.until(/export AWS_DEFAULT_REGION=.*\n/);
  const env: Record<string, string> = {};
  for (const [, name = '', value = ''] of program.output.matchAll(/^export (\w+)=(.*)$/gm)) env[name] = value;
  const endpoint = env['AWS_ENDPOINT_URL'] ?? '';
  return {
    endpoint,
    env,
    program,
    leftovers: async () => (await fetch(`${endpoint}/_bake-ami/leftovers`)).json(),
    [Symbol.asyncDispose]: async () => {
      await program.stop();
    },
  };
}
