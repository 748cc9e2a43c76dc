import { describe, it } from 'node:test';
import { expect } from 'chai';
import { following, isSelected } from '../../../../src/simulations/live-dashboard/drill-down/follow-selection.js';
import { fromAlert, nextOf } from '../../../../src/simulations/live-dashboard/drill-down/drill-down.model.js';
import { faultOf } from '../../../../src/simulations/live-dashboard/incident/incident.model.js';
import { FAULT_AT, night, record } from '../nights.js';

describe('What is selected elsewhere on the page', () => {
  const { model } = night(record([{ ...faultOf('bad-deploy'), at: FAULT_AT }]), 100);
  const [request] = model.slowest('failed', 0, 100);
  const { traceId } = request!;
  const { spanId } = nextOf(model, { step: 'request', rule: '', chart: '', traceId, spanId: '' })!;
  const alert = fromAlert('ErrorBudgetBurn1h');

  it('leads a trail on, and leaves its alert where it was', () => {
    expect(following(model, alert, { kind: 'trace', traceId, spanId: '' })).to.deep.equal({
      ...alert,
      step: 'request',
      traceId,
    });
    expect(following(model, undefined, { kind: 'log', traceId, spanId })).to.deep.include({ step: 'span', spanId });
  });

  it('is a request where it is a point, whatever span the point names', () => {
    expect(following(model, alert, { kind: 'point', traceId, spanId })).to.deep.include({
      step: 'request',
      spanId: '',
    });
  });

  it('is the cause where it is a change', () => {
    expect(following(model, alert, { kind: 'change', traceId, spanId })).to.deep.include({ step: 'cause', spanId });
  });

  it('changes nothing where the request is not known', () => {
    expect(following(model, alert, { kind: 'trace', traceId: 'unknown', spanId: '' })).to.equal(alert);
    const elsewhere = following(model, alert, { kind: 'span', traceId, spanId: 'unknown' });
    expect(elsewhere).to.deep.include({ step: 'request', spanId: '' });
  });

  it('is known again after a rewind, when it was made once more', () => {
    const [change] = model.changes.changes;
    const selection = { kind: 'change', traceId: '', spanId: '', change: { ...change! } } as const;
    expect(isSelected(change!, selection)).to.equal(true);
    expect(isSelected({ ...change!, seconds: 7 }, selection)).to.equal(false);
    expect(isSelected(change!, undefined)).to.equal(false);
  });
});
