import { beforeEach, describe, expect, it } from '@jest/globals';
import { Interruption } from '../../src/cli/interruption.ts';
import { UnfinishedRun } from '../../src/cli/unfinished-run.ts';

let written: string[];
let ended: number[];
let interruption: Interruption;

beforeEach(() => {
  written = [];
  ended = [];
  interruption = new Interruption({
    write: (text) => void written.push(text),
    end: (exitCode) => void ended.push(exitCode),
  });
});

describe('an interruption', () => {
  it('asks at the first signal to stop, says that it waits, and how that is cut short', () => {
    interruption.receive('SIGTERM');
    expect(interruption.signal.aborted).toBe(true);
    expect(ended).toEqual([]);
    expect(written.join('')).toBe(
      '\nSIGTERM: stopping, and cleaning up until all is gone. Once more ends at once and may leave resources behind.\n',
    );
  });

  it('says at the second one what may be left before it ends, with the exit code of an interruption', () => {
    let left = 'an instance';
    interruption.sayInTheEnd(() => `It has left ${left}.`);
    interruption.receive('SIGINT');
    written.length = 0;
    left = 'a group';
    interruption.receive('SIGINT');
    expect(written).toEqual(['\nIt has left a group.\n']);
    expect(ended).toEqual([130]);
  });

  it('says nothing where nothing can be left', () => {
    interruption.receive('SIGINT');
    written.length = 0;
    interruption.receive('SIGINT');
    expect([written, ended]).toEqual([[], [130]]);
  });

  it('is also that nobody reads the output, of which nobody is told; a signal after it ends at once', () => {
    interruption.stopUnread(new Error('EPIPE'));
    interruption.stopUnread(new Error('EPIPE'));
    expect(interruption.signal.reason).toMatchObject({ category: 'cancelled' });
    expect(written).toEqual([]);
    interruption.receive('SIGINT');
    expect(ended).toEqual([130]);
  });
});

describe('a run that is ended before it is over', () => {
  const instance = { kind: 'instance', id: 'i-1', region: 'eu-west-1' };
  const group = { kind: 'security-group', id: 'sg-1', region: 'us-east-1' };
  const started = { type: 'run-started', runId: 'run1', builds: ['a', 'b'] } as const;
  const of = (endsWithIt = false) => new UnfinishedRun({ report: () => undefined }, { endsWithIt });

  it('names what is there, in every region', () => {
    const run = of();
    for (const event of [
      started,
      { type: 'resource-created', build: 'a', resource: instance },
      { type: 'resource-created', build: 'b', resource: group },
    ] as const) {
      run.report(event);
    }
    expect(run.lastWords().split('\n')).toEqual([
      'The run run1 was ended before it had cleaned up. It may have left:',
      '  instance i-1 in eu-west-1',
      '  security group sg-1 in us-east-1',
      'This shows what is there, and when it expires; with -dry-run=false it removes what has expired:',
      '  bake-ami sweep -runs=run1 -regions=eu-west-1,us-east-1',
    ]);
  });

  it('is named also where nothing is known to be there: a call may be under way', () => {
    const run = of();
    run.report(started);
    expect(run.lastWords()).toContain(
      'The run run1 was ended before it had cleaned up. Nothing is known of anything left.',
    );
    expect(run.lastWords()).toMatch(/ {2}bake-ami sweep -runs=run1$/);
  });

  it('has nothing to say before it begins, after it has removed everything, and in a cloud that ends with it', () => {
    const run = of();
    expect(run.lastWords()).toBe('');
    run.report(started);
    run.report({ type: 'resource-created', build: 'a', resource: instance });
    for (const build of started.builds) {
      run.report({ type: 'build-finished', build, outcome: 'cancelled', elapsedMs: 1 });
    }
    expect(run.lastWords()).toContain('i-1');
    run.report({ type: 'resource-removed', build: 'a', resource: instance });
    expect(run.lastWords()).toBe('');
    const local = of(true);
    local.report(started);
    expect(local.lastWords()).toBe('');
  });
});
