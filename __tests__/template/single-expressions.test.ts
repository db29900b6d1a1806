import { describe, expect, it } from '@jest/globals';
import { parseExpression } from '../../src/hcl/parser.ts';
import { inspect } from '../../src/hcl/values/inspect.ts';
import type { TemplatePorts } from '../../src/template/request.ts';
import { constantScope } from '../../src/template/scopes.ts';
import { SingleExpressions } from '../../src/template/single-expressions.ts';
import { ports } from './support/load.ts';

function open(asksRemote = false, changed: Partial<TemplatePorts> = {}): Promise<SingleExpressions> {
  const place = { templateDirectory: '/project/t', workingDirectory: '/project', asksRemote };
  return SingleExpressions.open(
    constantScope('t', '/project'),
    { ...ports({ '/project/t/f': 'in it' }), ...changed },
    place,
  );
}

async function shown(text: string, expressions: SingleExpressions): Promise<string> {
  const { value: expression } = parseExpression(text, 'input');
  if (expression === undefined) throw new Error(`Not an expression: ${text}`);
  const { value, diagnostics } = await expressions.evaluate(expression);
  return diagnostics[0]?.detail ?? inspect(value.unmarkDeep().value);
}

describe('expressions one by one', () => {
  it('have the constants, the files of the template and every function', async () => {
    const expressions = await open();
    expect(await shown('path.root', expressions)).toBe('"t"');
    expect(await shown('file("f")', expressions)).toBe('"in it"');
    expect(await shown('regex("[a-z]+", yamldecode("a: 1xy").a)', expressions)).toBe('"xy"');
    expect(await shown('var.x', expressions)).toContain('"x"');
  });

  it('each may cost as much as a template: what one has used up is there for the next', async () => {
    const expressions = await open();
    const { budget } = expressions.functions.environment;
    expect(() => budget.spendSteps(Number.MAX_SAFE_INTEGER)).toThrow();
    expect(await shown('length(range(3))', expressions)).toBe('3');
  });

  it('ask services elsewhere only where that is wanted', async () => {
    const questions: string[] = [];
    const askRemote: TemplatePorts['askRemote'] = async (question) => {
      questions.push(question.function);
      return 'answered';
    };
    expect(await shown('consul_key("k")', await open(false, { askRemote }))).toContain('known after');
    expect(questions).toEqual([]);
    expect(await shown('consul_key("k")', await open(true, { askRemote }))).toContain('answered');
    expect(questions).toEqual(['consul_key']);
  });
});
