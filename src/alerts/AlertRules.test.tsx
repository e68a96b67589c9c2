import '../grafana/testing/browser';

import { createTheme, type DataFrame, type PanelData } from '@grafana/data';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

import { usePanelModel } from '../chart/model/usePanelModel';
import { withExecutedQuery } from '../grafana/executedQuery';
import { warning } from '../grafana/notices';
import { detectedFrame, VISIBLE_START } from '../grafana/testing/detectedFrame';
import { panelData } from '../grafana/testing/panelData';
import { panelRequest } from '../grafana/testing/panelRequest';
import { downloadFile } from '../views/download/downloadFile';

import { AlertRules } from './AlertRules';

// Icons are fetched one by one, long after what a test is about.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));
jest.mock('../views/download/downloadFile', () => ({ downloadFile: jest.fn() }));

const DAY = 86_400_000;
const PATIENCE = { timeout: 30_000 };
const EXPR = 'avg by (instance) (load)';
const theme = createTheme();

function Shown({ data, now }: { readonly data: PanelData; readonly now: number }) {
  const model = usePanelModel(data, {}, theme);
  return (
    <AlertRules
      title="Load of hosts"
      model={{ ...model, now }}
      data={data}
      timeZone="utc"
      link="https://grafana.example/d/hosts?viewPanel=1"
    />
  );
}

function show(series: DataFrame[], now = VISIBLE_START + DAY / 2): void {
  const datasource = { uid: 'fore', type: 'foreband-prometheus-datasource' };
  const request = panelRequest({ targets: [{ refId: 'A', datasource }] });
  render(<Shown data={panelData(series, { request })} now={now} />);
}

async function downloaded(button: string): Promise<{ readonly name: string; readonly text: string }> {
  await userEvent.click(await screen.findByRole('button', { name: button }, PATIENCE));
  await waitFor(() => expect(downloadFile).toHaveBeenCalled(), PATIENCE);
  const [name, content] = jest.mocked(downloadFile).mock.lastCall ?? ['', new Blob()];
  const text = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.readAsText(content);
  });
  return { name, text };
}

describe('the alert rules of what is drawn', () => {
  let web: DataFrame;
  let db: DataFrame;

  beforeAll(async () => {
    [web, db] = (await Promise.all([detectedFrame('web'), detectedFrame('db')])).map((one) =>
      withExecutedQuery(one, EXPR),
    );
  }, 60_000);

  beforeEach(() => jest.mocked(downloadFile).mockClear());

  it('says what is watched, until when, and gives the rule file of the models that are drawn', async () => {
    show([web, db]);
    expect((await screen.findByTestId('foreband watched by rules', undefined, PATIENCE)).textContent).toContain(
      `Watches 2 series${EXPR}webdb`,
    );
    // Seven days after the last sample of the training.
    expect(screen.getByTestId('foreband rules facts').textContent).toContain('Valid until 1970-02-06 23:50:00');
    const { name, text } = await downloaded('Download rules');
    expect(name).toBe('foreband-load-of-hosts.rules.yml');
    expect(text).toContain('rules for 2 series of load-of-hosts');
    expect(text).toContain(`(${EXPR})`);
    expect(text).toContain('dashboard: https://grafana.example/d/hosts?viewPanel=1');
    expect(text.match(/alert: ForebandAnomaly/g)).toHaveLength(2);
  });

  it('gives a unit test that names the rule file', async () => {
    show([web]);
    const { name, text } = await downloaded('Download test');
    expect(name).toBe('foreband-load-of-hosts.test.yml');
    expect(text).toContain('- foreband-load-of-hosts.rules.yml');
    expect(text).toContain('foreband:y{foreband="load-of-hosts",instance="web"}');
  });

  it('puts the chosen severities, name and labels into the rules', async () => {
    show([web]);
    await userEvent.click(await screen.findByRole('checkbox', { name: 'low' }, PATIENCE));
    await userEvent.clear(screen.getByLabelText(/Name of the rules/));
    await userEvent.type(screen.getByLabelText(/Name of the rules/), 'hosts');
    await userEvent.type(screen.getByLabelText(/Labels of the alerts/), 'team=sre');
    const { name, text } = await downloaded('Download rules');
    expect(name).toBe('foreband-hosts.rules.yml');
    expect(text.match(/alert: ForebandAnomaly/g)).toHaveLength(1);
    expect(text).toContain('team: sre');
  });

  it('says what is wrong with a name, and offers no file', async () => {
    show([web]);
    await userEvent.type(await screen.findByLabelText(/Name of the rules/, undefined, PATIENCE), ' 2');
    expect(await screen.findByText('Use letters, figures, _ and - only.')).not.toBeNull();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Download rules' })).toBeNull());
  });

  it('names a series that is not watched, and why', async () => {
    const young: DataFrame = {
      ...db,
      meta: { executedQueryString: EXPR, custom: { forebandAnsweredUntil: VISIBLE_START } },
      fields: db.fields.filter(({ name }) => name === 'time' || name === 'value'),
    };
    const noticed = { ...web, meta: { ...web.meta, notices: [warning('db: Too little history.')] } };
    show([noticed, young]);
    const watched = await screen.findByTestId('foreband watched by rules', undefined, PATIENCE);
    expect(watched.textContent).toContain('Watches 1 series, 1 not');
    expect(watched.textContent).toContain('db: Too little history.');
  });

  it('gives no rules that have expired, and says what to do', async () => {
    show([web], VISIBLE_START + 8 * DAY);
    expect(
      await screen.findByText(/would have expired on 1970-02-06.*Refit the models/, undefined, PATIENCE),
    ).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Download rules' })).toBeNull();
  });

  it('makes no rules of simulated data', async () => {
    show([await detectedFrame('web', true)]);
    expect(await screen.findByText(/generated, so there is nothing that Prometheus could watch/)).not.toBeNull();
  });

  it('lists the pages that the rules would have sent for the samples at hand', async () => {
    show([web]);
    const pages = await screen.findByTestId('foreband replayed pages', undefined, PATIENCE);
    // One spike stands in the visible day: row 60 of ten minutes.
    expect(pages.textContent).toMatch(/^2 pages in the last 27 days, from 1 incident$/);
    expect(screen.getByText(/web: far above the forecast/)).not.toBeNull();
    expect(screen.getByText('1970-01-31 10:00:00')).not.toBeNull();
  });
});
