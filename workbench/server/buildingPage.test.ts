import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBuildingPage, type BuildingPage } from './buildingPage';
import { aCall } from './testing/aCall';

describe('createBuildingPage()', () => {
  let building: BuildingPage;
  beforeEach(() => {
    building = createBuildingPage('/grafana');
  });

  it('answers every page with one that waits for the events of the build', () => {
    const { status, headers, body } = building.answer(aCall('/d/cpu-anomalies'));
    expect({ status, type: headers['content-type'] }).toEqual({ status: 503, type: 'text/html; charset=utf-8' });
    expect(body).toContain("new EventSource('/grafana/-/build')");
  });

  it.each(['/api/health', '/public/build/page.js'])('tells a script that asks for %s why there is nothing', (path) => {
    const { status, body } = building.answer(aCall(path));
    expect({ status, body: JSON.parse(String(body)) }).toEqual({
      status: 503,
      body: { message: 'Foreband is being built: ask again in a moment' },
    });
  });

  describe('events', () => {
    let server: Server;
    beforeEach(async () => {
      server = createServer(({ url = '' }, response) => {
        if (!building.events(url, response)) {
          response.writeHead(404).end();
        }
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterEach(() => {
      server.close();
      server.closeAllConnections();
    });
    const ask = (path: string) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);

    /** Reads a stream until it has said this. */
    async function readUntil({ body }: Response, last: string): Promise<string> {
      const reader = body?.getReader();
      let text = '';
      while (!text.includes(last)) {
        const chunk = await reader?.read();
        if (chunk?.value === undefined) {
          break;
        }
        text += Buffer.from(chunk.value).toString();
      }
      await reader?.cancel();
      return text;
    }

    it('leaves other paths alone', async () => {
      expect((await ask('/-/reload')).status).toBe(404);
    });

    it('repeats what was printed, goes on with what is printed later, and says when the build is done', async () => {
      building.tell('one "line"');
      const response = await ask('/-/build');
      building.tell('another');
      building.ready();
      expect(await readUntil(response, 'event: ready')).toBe(
        'event: line\ndata: "one \\"line\\""\n\nevent: line\ndata: "another"\n\nevent: ready\ndata: ""\n\n',
      );
    });

    it('tells a page that comes after the build to load itself anew', async () => {
      building.ready();
      expect(await readUntil(await ask('/-/build'), 'ready')).toContain('event: ready');
    });
  });
});
