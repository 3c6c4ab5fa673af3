// A part of GitHub's API in memory, for tasks that change something and look at it again.
import { createServer } from 'node:http';

const REPOS = ['hello', 'tools', 'site'];
const ISSUES = [
  [1, 'Crash on start', ['bug']], [2, 'Add dark mode', ['feature']], [3, 'Wrong total', ['bug']], [4, 'Typo in README', ['docs']], [5, 'Slow search', ['bug', 'perf']],
];

function fresh() {
  const user = (login) => ({ login, id: login.length, type: 'User', html_url: `https://example.test/${login}` });
  return {
    comments: [], refs: { 'heads/main': '9f2b6c1d' }, topics: {}, merged: [],
    issues: ISSUES.map(([number, title, labels]) => ({
      number, id: 1000 + number, title, state: 'open', body: `About: ${title}. `.repeat(20), user: user('octo'),
      labels: labels.map((name) => ({ id: name.length, name, color: 'ededed' })), assignees: [], comments: number % 3,
      created_at: `2026-0${number}-01T00:00:00Z`, html_url: `https://example.test/octo/hello/issues/${number}`,
    })),
    pulls: [7, 8, 9].map((number) => ({
      number, id: 2000 + number, title: `Change ${number}`, state: 'open', draft: number === 8, user: user(number === 9 ? 'bot' : 'octo'),
      head: { ref: `branch-${number}`, sha: `aa${number}` }, base: { ref: 'main', sha: '9f2b6c1d' }, body: 'A change. '.repeat(40),
    })),
  };
}

const repository = (name) => ({
  id: name.length, name, full_name: `octo/${name}`, private: false, owner: { login: 'octo', id: 4, type: 'Organization' }, default_branch: 'main',
  stargazers_count: 100 * (REPOS.indexOf(name) + 1), forks_count: 7, open_issues_count: 5, description: `The ${name} repository. `.repeat(10), topics: [],
});
const releases = ['v1.2.0', 'v1.1.0', 'v1.0.0'].map((tag_name, i) => ({
  id: 50 + i, tag_name, name: `Release ${tag_name}`, draft: false, prerelease: false, published_at: `2026-0${9 - i}-01T00:00:00Z`, body: 'Notes. '.repeat(100),
  assets: ['app.jar', 'app.zip'].map((name, j) => ({ id: 500 + 10 * i + j, name, size: 1000 * (j + 1), download_count: 30 - 10 * i + j, content_type: 'application/octet-stream' })),
}));

/** Starts it; `state` is what it holds, `reset()` begins again. */
export async function startBackend() {
  const backend = { state: fresh(), reset() { backend.state = fresh(); } };
  const R = '/repos/octo/([a-z]+)';
  const routes = [
    ['GET', '/orgs/octo/repos', () => REPOS.map(repository)],
    ['GET', R, ([name]) => repository(name)],
    ['GET', `${R}/languages`, ([name]) => ({ Java: 1000 * name.length, Shell: 10 })],
    ['GET', `${R}/issues`, (_, q) => backend.state.issues.filter((x) => x.state === (q.get('state') ?? 'open') && (q.get('labels') ?? '').split(',').every((l) => !l || x.labels.some((y) => y.name === l)))],
    ['POST', `${R}/issues`, (_, q, body) => {
      const made = { ...backend.state.issues[0], number: backend.state.issues.length + 1, title: body.title, body: body.body, labels: (body.labels ?? []).map((name) => ({ name })), assignees: (body.assignees ?? []).map((login) => ({ login })) };
      backend.state.issues.push(made);
      return made;
    }, 201],
    ['PATCH', `${R}/issues/(\\d+)`, ([, n], q, body) => (['open', 'closed', undefined].includes(body.state) ? Object.assign(backend.state.issues.find((x) => x.number === Number(n)), body) : null)],
    ['POST', `${R}/issues/(\\d+)/comments`, ([, n], q, body) => { backend.state.comments.push([Number(n), body.body]); return { id: backend.state.comments.length, body: body.body }; }, 201],
    ['GET', `${R}/pulls`, () => backend.state.pulls],
    ['PUT', `${R}/pulls/(\\d+)/merge`, ([, n]) => { backend.state.merged.push(Number(n)); return { sha: `m${n}`, merged: true, message: 'Merged' }; }],
    ['GET', `${R}/releases`, () => releases],
    ['GET', `${R}/releases/latest`, () => releases[0]],
    ['GET', `${R}/git/ref/(.+)`, ([, ref]) => (backend.state.refs[ref] ? { ref: `refs/${ref}`, node_id: 'r', url: '', object: { type: 'commit', sha: backend.state.refs[ref], url: '' } } : null)],
    ['POST', `${R}/git/refs`, (_, q, body) => { backend.state.refs[body.ref.replace(/^refs\//, '')] = body.sha; return { ref: body.ref, node_id: 'r', url: '', object: { type: 'commit', sha: body.sha, url: '' } }; }, 201],
    ['PUT', `${R}/topics`, ([name], q, body) => { backend.state.topics[name] = body.names; return { names: body.names }; }],
    ['GET', `${R}/contributors`, () => ['ann', 'bob', 'cyd'].map((login, i) => ({ login, id: i, type: 'User', contributions: 30 - 10 * i }))],
  ].map(([method, path, answer, status]) => ({ method, path: new RegExp(`^${path}$`), answer, status: status ?? 200 }));

  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://backend');
    const parts = [];
    request.on('data', (part) => parts.push(part)).on('end', () => {
      const route = routes.find((x) => x.method === request.method && x.path.test(decodeURIComponent(url.pathname)));
      const body = parts.length ? JSON.parse(Buffer.concat(parts)) : undefined;
      const value = route?.answer(route.path.exec(decodeURIComponent(url.pathname)).slice(1), url.searchParams, body) ?? null;
      response.writeHead(value === null ? (route ? 422 : 404) : route.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(value ?? { message: route ? 'Validation Failed' : 'Not Found', documentation_url: 'https://example.test' }));
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  backend.url = `http://127.0.0.1:${server.address().port}`;
  backend.stop = () => server.close();
  return backend;
}
