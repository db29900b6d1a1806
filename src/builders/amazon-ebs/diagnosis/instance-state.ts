import { errorMessage } from '../../../kernel/error-message.ts';
import { assertAlive } from '../instance-state.ts';
import type { Question } from './question.ts';

/** Is the instance still there? It may have ended while the port was being tried. */
export const instanceState: Question = ({ instance, instanceId }) => {
  if (instance === undefined) {
    return {
      what: `EC2 does not show the instance ${instanceId} any more`,
      remedy: 'Somebody terminated it; CloudTrail tells who.',
    };
  }
  try {
    assertAlive(instanceId, instance);
    return undefined;
  } catch (thrown) {
    const remedy = thrown instanceof Error && 'hint' in thrown && typeof thrown.hint === 'string' ? thrown.hint : '';
    return { what: errorMessage(thrown), remedy };
  }
};
