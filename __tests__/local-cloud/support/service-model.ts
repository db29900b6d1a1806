import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/*
 * AWS's own description of its services, as botocore brings it along (the AWS CLI and boto3 read answers by it). Shapes:
 * https://smithy.io/2.0/aws/protocols/ has the same ones under newer names.
 */

export interface Shape {
  readonly type: string;
  readonly members?: Readonly<Record<string, Reference>>;
  readonly member?: Reference;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly flattened?: boolean;
}

export interface Reference {
  readonly shape: string;
  readonly locationName?: string;
}

interface Model {
  readonly operations: Readonly<Record<string, { readonly output?: Reference }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** One service: what an answer of an action has to look like. */
export class ServiceModel {
  readonly #model: Model;

  private constructor(model: Model) {
    this.#model = model;
  }

  /** Undefined where botocore is not installed. */
  static read(service: string): ServiceModel | undefined {
    const [newest] = dataFolders().flatMap((data) => {
      const versions = path.join(data, service);
      return namesIn(versions)
        .toSorted()
        .reverse()
        .map((version) => path.join(versions, version));
    });
    const file = ['service-2.json.gz', 'service-2.json'].map((name) => path.join(newest ?? '', name)).find(existsSync);
    if (file === undefined) return undefined;
    const content = readFileSync(file);
    return new ServiceModel(JSON.parse((file.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8')));
  }

  /** Undefined: the action answers with nothing. Throws for an action that the service does not have. */
  output(action: string): Shape | undefined {
    const operation = this.#model.operations[action];
    if (operation === undefined) throw new Error(`AWS has no action ${action}`);
    return operation.output && this.shape(operation.output);
  }

  shape({ shape }: Reference): Shape {
    const found = this.#model.shapes[shape];
    if (found === undefined) throw new Error(`The model has no shape ${shape}`);
    return found;
  }
}

function dataFolders(): readonly string[] {
  const strangers = path.join(import.meta.dirname, '..', '..', '..', '.cache', 'strangers');
  const roots = [strangers, ...(process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.dirname(folder))];
  return roots.flatMap((root) =>
    namesIn(path.join(root, 'lib')).map((python) =>
      path.join(root, 'lib', python, 'site-packages', 'botocore', 'data'),
    ),
  );
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
