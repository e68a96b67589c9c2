import { getBackendSrv } from '@grafana/runtime';
import { UrlSyncContextProvider } from '@grafana/scenes';
import { useEffect, useState } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import type { DashboardAnswer } from '../dashboard/dashboardJson';
import { DashboardScene } from '../dashboard/DashboardScene';
import type { WorkbenchTemplates } from '../runtime/templates';
import { DashboardView } from './DashboardView';
import { useLoaded } from './useLoaded';

/** `/d/:uid`: loads a dashboard and shows it, or one of its panels in the panel editor (`editPanel`). */
export function DashboardPage({ templates }: { templates: WorkbenchTemplates }) {
  const { uid = '' } = useParams();
  const { value, error } = useLoaded(uid, () => getBackendSrv().get<DashboardAnswer>(`/api/dashboards/uid/${uid}`));
  return error ?? (value && <LoadedDashboard key={value.dashboard.uid} answer={value} templates={templates} />);
}

function LoadedDashboard({ answer, templates }: { answer: DashboardAnswer; templates: WorkbenchTemplates }) {
  const { search } = useLocation();
  const [scene] = useState(() => new DashboardScene(answer, editedPanelIn(search)));
  return (
    <UrlSyncContextProvider scene={scene} updateUrlOnInit={false} createBrowserHistorySteps>
      <ActiveDashboard scene={scene} templates={templates} />
    </UrlSyncContextProvider>
  );
}

function ActiveDashboard({ scene, templates }: { scene: DashboardScene; templates: WorkbenchTemplates }) {
  const { search } = useLocation();
  const editedPanelId = editedPanelIn(search);
  useEffect(() => {
    templates.setScene(scene);
    const deactivate = scene.activate();
    return () => {
      deactivate();
      templates.setScene(undefined);
    };
  }, [scene, templates]);
  useEffect(() => scene.editPanel(editedPanelId), [scene, editedPanelId]);
  return <DashboardView scene={scene} />;
}

function editedPanelIn(search: string): number | undefined {
  const id = new URLSearchParams(search).get('editPanel');
  return id === null ? undefined : Number(id);
}
