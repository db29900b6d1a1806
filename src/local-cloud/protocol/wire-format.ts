import type { CloudError } from './cloud-error.ts';
import type { CloudResponse } from './http.ts';
import { writeXml, type XmlFields } from './xml.ts';

const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** How one service writes its answers. */
export interface WireFormat {
  readonly success: (action: string, result: XmlFields, requestId: string) => CloudResponse;
  readonly failure: (error: CloudError, requestId: string) => CloudResponse;
}

/** EC2 Query, version 2016-11-15. */
export const ec2Format: WireFormat = {
  success: (action, result, requestId) =>
    xmlResponse(
      200,
      `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">${writeXml({ requestId, ...result }, 'item')}</${action}Response>`,
      requestId,
    ),
  failure: ({ code, message, status }, requestId) =>
    xmlResponse(
      status,
      writeXml({ Response: { Errors: { Error: { Code: code, Message: message } }, RequestID: requestId } }, 'item'),
      requestId,
    ),
};

/** AWS Query, as STS and IAM speak it. */
export function queryFormat(namespace: string): WireFormat {
  return {
    success: (action, result, requestId) =>
      xmlResponse(
        200,
        `<${action}Response xmlns="${namespace}">${writeXml(
          { [`${action}Result`]: result, ResponseMetadata: { RequestId: requestId } },
          'member',
        )}</${action}Response>`,
        requestId,
      ),
    failure: ({ code, message, status }, requestId) =>
      xmlResponse(
        status,
        `<ErrorResponse xmlns="${namespace}">${writeXml(
          { Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message }, RequestId: requestId },
          'member',
        )}</ErrorResponse>`,
        requestId,
      ),
  };
}

function xmlResponse(status: number, xml: string, requestId: string): CloudResponse {
  return {
    status,
    headers: { 'content-type': 'text/xml;charset=UTF-8', 'x-amzn-requestid': requestId },
    body: XML_DECLARATION + xml,
  };
}

/** AWS JSON 1.1, as SSM speaks it. */
export function jsonSuccess(result: unknown, requestId: string): CloudResponse {
  return jsonResponse(200, result, requestId);
}

export function jsonFailure({ code, message, status }: CloudError, requestId: string): CloudResponse {
  return jsonResponse(status, { __type: code, message }, requestId);
}

function jsonResponse(status: number, value: unknown, requestId: string): CloudResponse {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': requestId },
    body: JSON.stringify(value),
  };
}
