/** The word around what was masked, so that people see which one it is: `app-***-1`. */
export function maskedPiece(masked: string): string {
  return /[^"{}[\]\s,:]*\*\*\*[^"{}[\]\s,:]*/.exec(masked)?.[0] ?? '***';
}
