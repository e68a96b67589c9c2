import { findCpuMetrics, rememberCpuMetrics } from './findCpuMetrics';

const samplesOf = (name: string) => ({
  labels: { __name__: name },
  time: Float64Array.of(0),
  y: Float64Array.of(1),
});

function server(current: string[], past: string[]) {
  return {
    instant: () => Promise.resolve({ series: current.map(samplesOf), hasHistograms: false, warnings: [], infos: [] }),
    labelValues: () => Promise.resolve(past),
  };
}

describe('findCpuMetrics(client, now)', () => {
  it('finds those with data now, in the order of preference', async () => {
    await expect(findCpuMetrics(server(['system_cpu_usage', 'cpu_usage_idle'], []), 0)).resolves.toEqual([
      'cpu_usage_idle',
      'system_cpu_usage',
    ]);
  });

  it('finds those of the last weeks where none has data now, other names aside', async () => {
    await expect(findCpuMetrics(server([], ['up', 'cpu_usage_percent']), 0)).resolves.toEqual(['cpu_usage_percent']);
  });
});

describe('rememberCpuMetrics(find)', () => {
  it('looks once for all who ask', async () => {
    const find = jest.fn(() => Promise.resolve(['system_cpu_usage' as const]));
    const remembered = rememberCpuMetrics(find);
    await Promise.all([remembered(), remembered()]);
    await remembered();
    expect(find).toHaveBeenCalledTimes(1);
  });

  it('looks again after a failure, and after finding none', async () => {
    const find = jest
      .fn(() => Promise.resolve(['system_cpu_usage' as const]))
      .mockRejectedValueOnce(new Error('away'))
      .mockResolvedValueOnce([] as never);
    const remembered = rememberCpuMetrics(find);
    await expect(remembered()).rejects.toThrow('away');
    await expect(remembered()).resolves.toEqual([]);
    await expect(remembered()).resolves.toEqual(['system_cpu_usage']);
  });
});
