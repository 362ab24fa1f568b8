// Servers between an engine and the site: they add pages of newsrooms, and can lose the network.
import { createServer, request as ask } from "node:http";

/** Passes on to the site at `home`; `host` tells origins apart. */
export async function startSite(home, host) {
  const pages = new Map();
  let isCut = false;
  const server = createServer((request, response) => {
    const page = pages.get(request.url.split("?")[0]);
    if (isCut) return request.socket.destroy();
    if (page) return response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
    const { method, headers } = request;
    const passed = ask(new URL(request.url, home), { method, headers: { ...headers, host: new URL(home).host } }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    passed.on("error", () => request.socket.destroy());
    passed.end();
  });
  await new Promise((ready) => server.listen(0, host, ready));
  const address = `http://${host}:${server.address().port}/`;
  return {
    address,
    /** Serves a page of somebody else and gives its address. */
    put(body) {
      const path = `/host-${pages.size}.html`;
      pages.set(path, `<!DOCTYPE html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><body>${body}</body></html>`);
      return new URL(path, address).href;
    },
    /** Answers nothing any more, or again. */
    cut(isGone) {
      isCut = isGone;
      if (isGone) server.closeAllConnections();
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
