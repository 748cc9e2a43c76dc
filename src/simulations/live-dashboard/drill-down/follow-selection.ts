import type { ShopChange } from '../../../shop/index.js';
import type { Selection } from '../../../events.js';
import { NOWHERE, type Field, type Trail } from './drill-down.model.js';

/** The trail that leads to what was selected elsewhere on the page; the alert that it began with stays. */
export function following(field: Field, trail: Trail | undefined, selection: Selection): Trail | undefined {
  const { kind, traceId, spanId } = selection;
  const request = field.request(traceId);
  if (!request) return trail;
  const chosen = { ...(trail ?? NOWHERE), traceId };
  // A point stands for a request: which of its spans matters is the next question.
  const isSpan = kind !== 'point' && request.spans.some((span) => span.spanId === spanId);
  if (!isSpan) return { ...chosen, step: 'request', spanId: '' };
  const isCause = kind === 'change' && field.causeAt(traceId, spanId) !== undefined;
  return { ...chosen, step: isCause ? 'cause' : 'span', spanId };
}

/** Whether it is this change that was selected; after a rewind it was made once more. */
export function isSelected({ seconds, service, summary }: ShopChange, selection: Selection | undefined): boolean {
  const { change } = selection ?? {};
  return change?.seconds === seconds && change.service === service && change.summary === summary;
}
