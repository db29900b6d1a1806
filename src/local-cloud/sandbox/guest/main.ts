/**
 * The program that runs inside a sandbox machine, as root with few capabilities: `agent` takes the host's orders,
 * `sftp` serves one SFTP session as the login user. It is bundled into one file and mounted read-only into the machine.
 */
import { runAgent } from './agent.ts';
import { serveSftp } from './sftp-server.ts';

const [, , role] = process.argv;
if (role === 'sftp') serveSftp(process.stdin, process.stdout);
else runAgent();
