const text = { type: 'string' };
const dnsLabel = { type: 'string', maxLength: 63, pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$' };
const duration = { type: 'string', pattern: '^[1-9][0-9]*[mhdwMQY]$' };

function fields(required: Record<string, object>, optional: Record<string, object> = {}): object {
  return {
    type: 'object',
    required: Object.keys(required),
    properties: { ...required, ...optional },
    additionalProperties: false,
  };
}

const metric = fields({
  metricSource: fields({ type: { const: 'Prometheus' }, spec: fields({ query: { type: 'string', minLength: 1 } }) }),
});

/** The SLO of openslo/v1, after the field table of OpenSLO's README (aa5cb78d) and its Go SDK's validation. */
export const openSloSchema: object = fields({
  apiVersion: { const: 'openslo/v1' },
  kind: { const: 'SLO' },
  metadata: fields({ name: dnsLabel }, { displayName: { type: 'string', maxLength: 63 } }),
  spec: fields(
    {
      service: dnsLabel,
      indicator: fields({
        metadata: fields({ name: dnsLabel }, { displayName: text }),
        spec: fields({
          ratioMetric: {
            ...fields({ counter: { type: 'boolean' }, total: metric }, { good: metric, bad: metric }),
            oneOf: [{ required: ['good'] }, { required: ['bad'] }],
          },
        }),
      }),
      timeWindow: {
        type: 'array',
        minItems: 1,
        maxItems: 1,
        items: {
          oneOf: [
            fields({ duration, isRolling: { const: true } }),
            fields({
              duration,
              isRolling: { const: false },
              calendar: fields({
                startTime: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$' },
                timeZone: text,
              }),
            }),
          ],
        },
      },
      budgetingMethod: { enum: ['Occurrences', 'Timeslices', 'RatioTimeslices'] },
      objectives: {
        type: 'array',
        minItems: 1,
        items: fields(
          { target: { type: 'number', minimum: 0, exclusiveMaximum: 1 } },
          { timeSliceTarget: { type: 'number', exclusiveMinimum: 0, maximum: 1 }, timeSliceWindow: duration },
        ),
      },
    },
    { description: { type: 'string', maxLength: 1050 } },
  ),
});

const labels = { type: 'object', additionalProperties: { type: 'string', minLength: 1 } };
const alert = fields({}, { disable: { const: true }, labels, annotations: labels });
const slothName = { type: 'string', pattern: '^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$' };
const slothQuery = { type: 'string', pattern: '\\{\\{ *\\.window *\\}\\}' };

/** prometheus/v1, after Sloth's Go types and its validation (0e395d81). */
export const slothSchema: object = fields(
  {
    version: { const: 'prometheus/v1' },
    service: slothName,
    slos: {
      type: 'array',
      minItems: 1,
      items: fields(
        {
          name: slothName,
          objective: { type: 'number', exclusiveMinimum: 0, maximum: 100 },
          sli: fields({ events: fields({ error_query: slothQuery, total_query: slothQuery }) }),
          alerting: fields(
            { name: { type: 'string', minLength: 1 } },
            {
              labels,
              annotations: labels,
              page_alert: alert,
              ticket_alert: alert,
            },
          ),
        },
        { description: text, labels },
      ),
    },
  },
  { labels },
);

const anyLabels = { type: 'object', additionalProperties: text };

/** A rule file, after Prometheus' documentation. */
export const prometheusRulesSchema: object = fields({
  groups: {
    type: 'array',
    items: fields({
      name: { type: 'string', minLength: 1 },
      rules: {
        type: 'array',
        items: {
          oneOf: [
            fields(
              { record: { type: 'string', pattern: '^[a-zA-Z_:][a-zA-Z0-9_:]*$' }, expr: text },
              { labels: anyLabels },
            ),
            fields(
              { alert: { type: 'string', minLength: 1 }, expr: text },
              {
                for: text,
                keep_firing_for: text,
                labels: anyLabels,
                annotations: anyLabels,
              },
            ),
          ],
        },
      },
    }),
  },
});
