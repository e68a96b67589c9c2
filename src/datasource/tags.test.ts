import { findTagKeys, findTagValues } from './tags';

function server() {
  const asked: unknown[] = [];
  return {
    asked,
    labelNames: (scope: unknown) => {
      asked.push(scope);
      return Promise.resolve(['__name__', 'instance', 'job']);
    },
    labelValues: (label: string, scope: unknown) => {
      asked.push([label, scope]);
      return Promise.resolve(['a']);
    },
  };
}

const span = { start: 0, end: 1000 };

describe('choices of an ad hoc filter', () => {
  it('are all labels but the name while there is no other filter', async () => {
    const client = server();
    await expect(findTagKeys(client, { span })).resolves.toEqual([
      { text: 'instance', value: 'instance' },
      { text: 'job', value: 'job' },
    ]);
    expect(client.asked).toEqual([{ selector: undefined, span }]);
  });

  it('are those of the series that the other filters leave', async () => {
    const client = server();
    const filters = [
      { key: 'job', operator: '!=', value: 'x"y' },
      { key: 'instance', operator: '=', value: 'b' },
    ];
    await findTagValues(client, 'instance', { filters, span });
    expect(client.asked).toEqual([['instance', { selector: '{__name__=~".+",job!="x\\"y"}', span }]]);
  });
});
