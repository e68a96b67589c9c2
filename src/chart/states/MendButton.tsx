import { Button } from '@grafana/ui';
import type { Mend, PartialSettings } from 'foreband-engine';

interface Props {
  readonly mend: Mend;
  readonly onMend: (settings: PartialSettings) => void;
}

/** Sets what mends the fault that a remark tells of. */
export function MendButton({ mend: { label, settings }, onMend }: Props) {
  return (
    <Button
      size="sm"
      variant="secondary"
      style={{ height: 20, flexShrink: 0 }}
      tooltip="Sets it for this panel; the series is refitted at once."
      onClick={() => onMend(settings)}
    >
      {label}
    </Button>
  );
}
