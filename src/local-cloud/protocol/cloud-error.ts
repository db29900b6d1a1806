/** An error that the cloud answers with: AWS's own code, message and HTTP status. */
export class CloudError extends Error {
  override readonly name = 'CloudError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The wording that EC2 uses for a value it can't take (API reference, "Error codes for the Amazon EC2 API"). */
export function invalidValue(value: string | number, parameter: string, remark: string): CloudError {
  return new CloudError('InvalidParameterValue', `Value (${value}) for parameter ${parameter} is invalid. ${remark}`);
}

export function invalidCombination(message: string): CloudError {
  return new CloudError('InvalidParameterCombination', message);
}

export function missingParameter(name: string): CloudError {
  return new CloudError('MissingParameter', `The request must contain the parameter ${name}`);
}
