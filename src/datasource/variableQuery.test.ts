import { answerVariable, describeVariableQuery, migrateVariableQuery } from './variableQuery';

const scope = {
  span: { start: 0, end: 1000 },
  fillText: (text: string, format: (value: string) => string) => text.replace('$job', () => format('a.b')),
};

/** A server with these labels that notes what it was asked for. */
function server() {
  const asked: unknown[] = [];
  return {
    asked,
    labelNames: (labelScope: unknown) => {
      asked.push(['names', labelScope]);
      return Promise.resolve(['instance', 'job']);
    },
    labelValues: (label: string, labelScope: unknown) => {
      asked.push([label, labelScope]);
      return Promise.resolve(label === '__name__' ? ['node_load1', 'up'] : ['a', 'b']);
    },
  };
}

describe('migrateVariableQuery(stored)', () => {
  it.each([
    ['label_values(instance)', { kind: 'labelValues', label: 'instance' }],
    ['label_values(up{job=~"a,b"}, instance)', { kind: 'labelValues', selector: 'up{job=~"a,b"}', label: 'instance' }],
    ['label_names()', { kind: 'labelNames' }],
    ['label_names(up)', { kind: 'labelNames', selector: 'up' }],
    ['metrics(node_.*)', { kind: 'metrics', pattern: 'node_.*' }],
  ])('reads %s, as dashboards made for Prometheus hold it', (text, expected) => {
    expect(migrateVariableQuery(text)).toEqual({ refId: 'variable', ...expected });
    expect(migrateVariableQuery({ query: text, refId: 'V', qryType: 1 })).toEqual({ refId: 'V', ...expected });
  });

  it('keeps a query of today', () => {
    const query = { refId: 'V', kind: 'labelValues' as const, label: 'pod', selector: 'up' };
    expect(migrateVariableQuery(query)).toEqual(query);
  });

  it.each([undefined, '', 'something else', {}])('starts anew from %j', (stored) => {
    expect(migrateVariableQuery(stored)).toEqual({ refId: 'variable', kind: 'labelValues', label: 'instance' });
  });

  it.each(['label_values(up, instance)', 'label_names()', 'metrics(node_.*)'])('%s is also how it is shown', (text) => {
    expect(describeVariableQuery(migrateVariableQuery(text))).toBe(text);
  });
});

describe('answerVariable(client, query, scope)', () => {
  it('lists the values of a label among the series of a selector, its variables escaped', async () => {
    const client = server();
    const query = migrateVariableQuery('label_values(up{job=~"$job"}, instance)');
    await expect(answerVariable(client, query, scope)).resolves.toEqual([
      { text: 'a', value: 'a' },
      { text: 'b', value: 'b' },
    ]);
    expect(client.asked).toEqual([['instance', { span: scope.span, selector: 'up{job=~"a\\\\.b"}' }]]);
  });

  it('lists the labels', async () => {
    const choices = await answerVariable(server(), migrateVariableQuery('label_names()'), scope);
    expect(choices.map(({ text }) => text)).toEqual(['instance', 'job']);
  });

  it('lists the metrics whose name matches', async () => {
    const choices = await answerVariable(server(), migrateVariableQuery('metrics(^node_)'), scope);
    expect(choices.map(({ text }) => text)).toEqual(['node_load1']);
  });
});
