import type { TimeRange } from '@grafana/data';
import { getBackendSrv, locationService } from '@grafana/runtime';
import type { Panel } from '@grafana/schema';
import { Button, Field, Input, Select, Stack } from '@grafana/ui';
import { useState } from 'react';
import type { DashboardAnswer } from '../dashboard/dashboardJson';
import { useLoaded } from '../views/useLoaded';

interface Props {
  readonly buildPanel: () => Panel;
  readonly timeRange?: TimeRange;
  readonly onClose: () => void;
}

interface SearchHit {
  readonly uid: string;
  readonly title: string;
}

/**
 * Stands in for the form that Grafana offers to plugins as `grafana/add-to-dashboard-form/v1`: a new dashboard, or one
 * that is there. Saves at once, where Grafana opens the dashboard unsaved.
 */
export function AddToDashboardForm({ buildPanel, timeRange, onClose }: Props) {
  const [uid, setUid] = useState<string>();
  const [title, setTitle] = useState('New dashboard');
  const { value: hits = [], error } = useLoaded('dashboards', () => getBackendSrv().get<SearchHit[]>('/api/search'));
  const add = async () => {
    const dashboard =
      uid === undefined ? newDashboard(title, buildPanel(), timeRange) : await extended(uid, buildPanel());
    const saved = await getBackendSrv().post<{ url: string }>('/api/dashboards/db', { dashboard });
    onClose();
    locationService.push(saved.url);
  };
  return (
    <Stack direction="column">
      {error}
      <Field label="Dashboard" htmlFor="add-to-dashboard">
        <Select<string>
          inputId="add-to-dashboard"
          aria-label="Dashboard"
          isClearable
          placeholder="New dashboard"
          options={hits.map((hit) => ({ value: hit.uid, label: hit.title }))}
          value={uid ?? null}
          onChange={(choice) => setUid(choice?.value)}
        />
      </Field>
      {uid === undefined && (
        <Field label="Title" htmlFor="new-dashboard-title">
          <Input id="new-dashboard-title" value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
        </Field>
      )}
      <Stack>
        <Button onClick={() => void add()}>Open dashboard</Button>
      </Stack>
    </Stack>
  );
}

function newDashboard(title: string, panel: Panel, range: TimeRange | undefined) {
  const text = (moment: TimeRange['raw']['from']) => (typeof moment === 'string' ? moment : moment.toISOString());
  const time = range && { from: text(range.raw.from), to: text(range.raw.to) };
  return { title, schemaVersion: 41, time, panels: [{ ...panel, id: 1 }] };
}

async function extended(uid: string, panel: Panel) {
  const { dashboard } = await getBackendSrv().get<DashboardAnswer>(`/api/dashboards/uid/${uid}`);
  const panels = dashboard.panels ?? [];
  const id = 1 + Math.max(0, ...panels.map((one) => one.id));
  const below = Math.max(0, ...panels.map(({ gridPos }) => (gridPos === undefined ? 0 : gridPos.y + gridPos.h)));
  const placed = { ...panel, id, gridPos: { x: 0, y: below, w: 24, h: 10 } };
  return { ...dashboard, panels: [...panels, placed] };
}
