/** `m7g.large`, `u-6tb1.metal`: what an instance type can be called; whether EC2 has it, EC2 says. */
export function isInstanceTypeName(text: string): boolean {
  return /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(text);
}
