import { isRecord, json, jsonBody, refuse, type Handler } from './http';
import { hasRole } from './roles';
import type { PluginCatalog } from './pluginCatalog';
import type { StateFile } from './stateFile';

const PATH = /^\/api\/plugins\/([^/]+)\/settings$/;

/**
 * Stands in for Grafana's plugin settings, `GET` and `POST /api/plugins/:id/settings`: everybody reads, Admins write
 * (`plugins:write`), and a POST replaces the whole `jsonData`.
 */
export function createPluginSettingsApi(plugins: PluginCatalog, state: StateFile): Handler {
  return (call) => {
    const id = PATH.exec(call.path)?.[1];
    if (id === undefined) {
      return undefined;
    }
    const plugin = plugins.list().find((entry) => entry.id === id);
    if (plugin === undefined) {
      return refuse(404, 'Plugin not found, no installed plugin with that id');
    }
    if (call.method === 'POST') {
      if (!hasRole(call.role, 'Admin')) {
        return refuse(
          403,
          "You'll need additional permissions to perform this action. Permissions needed: plugins:write",
        );
      }
      const { enabled, pinned, jsonData } = jsonBody(call);
      state.write(id, {
        enabled: enabled !== false,
        pinned: pinned === true,
        jsonData: isRecord(jsonData) ? jsonData : {},
      });
      return json(200, { message: 'Plugin settings updated' });
    }
    const saved = state.read()[id];
    const settings = isRecord(saved) ? saved : { enabled: true, pinned: true, jsonData: {} };
    return json(200, { ...plugin.meta, ...settings, secureJsonFields: {} });
  };
}
