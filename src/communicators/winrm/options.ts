import { deciding, type OptionsOf, option } from '../../kernel/schema.ts';

const schema = {
  winrm_username: option.string.required({ doc: 'User to log in as.' }),
  winrm_password: option.string.optional({
    doc: 'Password to log in with. Without it, the password that EC2 has for the instance is asked for.',
    sensitive: true,
  }),
  winrm_host: option.string.optional({ doc: "Address to connect to instead of the instance's own." }),
  winrm_port: option.number.optional({ doc: 'Port of the WinRM service. Default 5985, or 5986 with TLS.' }),
  winrm_timeout: option.duration.withDefault(1_800_000, {
    doc: 'How long to try until the machine can be logged in to.',
  }),
  winrm_use_ssl: option.bool.withDefault(false, { doc: 'Connects over TLS.' }),
  winrm_insecure: option.bool.withDefault(false, { doc: 'Does not check the certificate.' }),
  winrm_use_ntlm: option.bool.optional({ doc: 'Logs in with NTLM instead of basic authentication.' }),
  winrm_no_proxy: option.bool.withDefault(false, { doc: 'Goes past the proxy of the environment.' }),
} as const;

/** Options of `communicator = "winrm"`; names and meanings are Packer's. Who provisioners run as may show in the image. */
export const winrmSchema = deciding('image', deciding('run', schema), ['winrm_username']);

export type WinrmOptions = OptionsOf<typeof winrmSchema>;
