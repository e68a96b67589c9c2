import { usePluginContext } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { Page } from './Page';

/** Stands in for Grafana's PluginPage: an app's page with its title, subtitle and actions. */
export function AppPluginPage({ children, pageNav, subTitle, actions }: PluginPageProps) {
  const plugin = usePluginContext();
  return (
    <Page
      title={pageNav?.text ?? plugin?.meta.name ?? 'App'}
      subTitle={subTitle ?? pageNav?.subTitle}
      actions={actions}
      isWide
    >
      {children}
    </Page>
  );
}
