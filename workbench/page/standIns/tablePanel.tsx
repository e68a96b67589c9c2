import { PanelPlugin, type PanelProps } from '@grafana/data';
import { Table } from '@grafana/ui';

function TablePanel({ data, width, height }: PanelProps) {
  const [frame] = data.series;
  return frame === undefined ? (
    <div style={{ display: 'grid', placeItems: 'center', height }}>No data</div>
  ) : (
    <Table data={frame} width={width} height={height} />
  );
}

/** Stands in for Grafana's table panel: the first frame in @grafana/ui's Table. */
export const tablePanel = new PanelPlugin(TablePanel).useFieldConfig();
