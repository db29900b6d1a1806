import { describe, expect, it } from '@jest/globals';
import { loadTemplate } from '../../src/template/load-template.ts';
import { ports, SMALLEST } from './support/load.ts';

/** Loads the template, and asks to stop as soon as the process looks around. */
function interrupted(template: string, name = 'a.pkr.hcl') {
  const controller = new AbortController();
  setImmediate(() => controller.abort(new Error('told to stop')));
  const request = {
    template: name,
    variables: [],
    variableFiles: [],
    only: [],
    except: [],
    workingDirectory: '/project',
  };
  return loadTemplate(request, { ...ports({ [`/project/${name}`]: template }), signal: controller.signal });
}

const SOURCES = Array.from({ length: 5 }, (_, index) => `s${index}`);

describe('a template that takes long to evaluate', () => {
  it.each([
    [
      'its locals',
      `locals {\n${SOURCES.map((name) => `${name} = [for i in range(1000) : i]`).join('\n')}\n}\n${SMALLEST}`,
    ],
    [
      'locals that each look at all of them',
      `locals {\n${Array.from({ length: 3_000 }, (_, index) => `v${index} = keys(local)`).join('\n')}\n}\n${SMALLEST}`,
    ],
    [
      'its builds',
      `${SOURCES.map((name) => `source "amazon-ebs" "${name}" {\nami_name = "x"\n}\n`).join('')}
      build {\nsources = ${JSON.stringify(SOURCES.map((name) => `amazon-ebs.${name}`))}\n}\n`,
    ],
  ])('stops between %s when it is told to', async (_, template) => {
    await expect(interrupted(template)).rejects.toThrow('told to stop');
  });

  it('stops between the builders of the older JSON when it is told to', async () => {
    const builders = SOURCES.map((name) => ({ type: 'amazon-ebs', name, ami_name: 'x' }));
    await expect(interrupted(JSON.stringify({ builders }), 'a.json')).rejects.toThrow('told to stop');
  });
});
