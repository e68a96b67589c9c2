import { useState } from 'react';
import { css } from '@emotion/css';
import { locationUtil, type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { ConfirmModal, FilterInput, LinkButton, LoadingPlaceholder, useStyles2 } from '@grafana/ui';

import { MAX_LIST_BYTES, type SavedModel } from 'foreband-engine';
import { FileButton } from '../controls/FileButton';
import { EXPLORE_ADDRESS, MODELS_ADDRESS } from '../pages';

import { CompareModels } from './CompareModels';
import { EditModelModal } from './EditModelModal';
import { ListNotices } from './ListNotices';
import { ModelTable } from './ModelTable';
import { isFound } from './modelTexts';
import { saveModelFile } from './saveModelFile';
import { useModelPage, type ModelPage } from './useModelPage';

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    }),
    search: css({ flex: '1 1 220px', maxWidth: 420 }),
    space: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
    empty: css({ padding: theme.spacing(4), textAlign: 'center', color: theme.colors.text.secondary }),
  };
}

function spaceText({ controls: { state } }: ModelPage): string {
  const bytes = state.kind === 'read' ? state.list.bytes : 0;
  const kilo = (value: number) => (value / 1000).toFixed(1);
  return `${kilo(bytes)} of ${MAX_LIST_BYTES / 1000} kB used, ${kilo(Math.max(0, MAX_LIST_BYTES - bytes))} kB left`;
}

function Nothing({ isSearching }: { readonly isSearching: boolean }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.empty}>
      {isSearching ? (
        <p>No model has these words in its name, series or note.</p>
      ) : (
        <>
          <p>
            No model yet. Fit a series on the Explore page and add it, or import a file: Foreband&apos;s own, or what
            model_to_json of Python Prophet wrote.
          </p>
          <LinkButton variant="secondary" href={locationUtil.assureBaseUrl(EXPLORE_ADDRESS)}>
            Explore
          </LinkButton>
        </>
      )}
    </div>
  );
}

function ModelDialogs({
  page,
  edited,
  deleted,
  onClose,
}: {
  readonly page: ModelPage;
  readonly edited?: SavedModel;
  readonly deleted?: SavedModel;
  readonly onClose: () => void;
}) {
  return (
    <>
      {edited !== undefined && (
        <EditModelModal
          model={edited}
          onClose={onClose}
          onSave={(model) => {
            page.replace(model, edited);
            onClose();
          }}
        />
      )}
      <ConfirmModal
        isOpen={deleted !== undefined}
        title={`Delete ${deleted?.name ?? ''}`}
        body="The model is removed from the list for everyone. Panels that pinned it have their own copy."
        confirmText="Delete"
        onConfirm={() => {
          if (deleted !== undefined) {
            page.remove(deleted);
          }
          onClose();
        }}
        onDismiss={onClose}
      />
    </>
  );
}

/** The app's saved models: lists, opens, renames, compares, refits, exports, imports and deletes them. */
export default function ModelsPage() {
  const styles = useStyles2(getStyles);
  const page = useModelPage();
  const { controls, models, mayWrite } = page;
  const [search, setSearch] = useState('');
  const [compared, setCompared] = useState<readonly string[]>([]);
  const [edited, setEdited] = useState<SavedModel>();
  const [deleted, setDeleted] = useState<SavedModel>();
  const found = models.filter((model) => isFound(model, search));
  const pair = compared.map((id) => models.find((model) => model.id === id)).filter((model) => model !== undefined);
  // Of three the one that was chosen first makes room.
  const toggle = (id: string) =>
    setCompared((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-2)));
  return (
    <PluginPage
      pageNav={{ text: 'Models', url: MODELS_ADDRESS }}
      subTitle="Saved models: score with them later, compare them, export them."
    >
      <ListNotices controls={controls} mayWrite={mayWrite} problem={page.problem} onDismiss={page.dismissProblem} />
      <div className={styles.bar}>
        <div className={styles.search}>
          <FilterInput
            placeholder="Search name, series, note"
            aria-label="Search models"
            value={search}
            onChange={setSearch}
          />
        </div>
        <FileButton accept=".json,application/json" onFile={page.importFile}>
          Import a model
        </FileButton>
        <span className={styles.space}>{spaceText(page)}</span>
      </div>
      {controls.state.kind === 'loading' && <LoadingPlaceholder text="Reading the list..." />}
      {controls.state.kind !== 'loading' && found.length === 0 && <Nothing isSearching={models.length > 0} />}
      {found.length > 0 && (
        <ModelTable
          models={found}
          compared={compared}
          onCompare={toggle}
          mayWrite={mayWrite}
          busy={page.busy}
          onOpen={page.open}
          onEdit={setEdited}
          onRetrain={page.retrain}
          onExport={saveModelFile}
          onExportPython={page.exportPython}
          onDelete={setDeleted}
        />
      )}
      {pair.length === 2 && <CompareModels left={pair[0]} right={pair[1]} />}
      <ModelDialogs
        page={page}
        edited={edited}
        deleted={deleted}
        onClose={() => {
          setEdited(undefined);
          setDeleted(undefined);
        }}
      />
    </PluginPage>
  );
}
