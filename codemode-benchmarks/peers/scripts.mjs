// The tasks. `ours` and `theirs` are the calls that a model makes; `expect` and `state` say when the task is done.

const LOOK = (pattern) => `async () => {
  const spec = await codemode.spec();
  const found = [];
  for (const [path, item] of Object.entries(spec.paths)) {
    for (const [method, op] of Object.entries(item)) {
      if (${pattern}.test(op.summary ?? '')) {
        found.push({ method: method.toUpperCase(), path, summary: op.summary,
          parameters: op.parameters?.map(p => p.name + (p.required ? '' : '?')),
          body: op.requestBody?.content?.['application/json']?.schema });
      }
    }
  }
  return found.slice(0, 8);
}`;
const RUN = (body) => `async () => {\n${body}\n}`;
const REPO = `owner: 'octo', repo: 'hello'`;
const BASE = '/repos/octo/hello';

/** One search and one script on either side. */
const task = (name, query, ours, pattern, theirs, expect, state) => ({
  name, expect, state,
  ours: [['search', query], ['execute', ours]],
  theirs: [['search', LOOK(pattern)], ['execute', RUN(theirs)]],
});

export const TASKS = [
  task('stars of a repository', 'get a repository',
    `const repo = await github.repos.get({ ${REPO} });\nreturn repo.stargazers_count;`, '/get a repository$/i',
    `const repo = await codemode.request({ method: 'GET', path: '${BASE}' });\nreturn repo.stargazers_count;`, /\b100\b/),
  task('titles of open bugs', 'list issues of a repository',
    `const { data: issues } = await github.issues.listForRepo({ ${REPO}, labels: 'bug', state: 'open' });\nreturn issues.map(i => i.title);`, '/list repository issues/i',
    `const issues = await codemode.request({ method: 'GET', path: '${BASE}/issues', query: { labels: 'bug', state: 'open' } });\nreturn issues.map(i => i.title);`, /Crash on start.*Wrong total.*Slow search/s),
  task('create an issue', 'create an issue',
    `const issue = await github.issues.create({ ${REPO}, title: 'Login fails', body: 'Since today.', labels: ['bug'], assignees: ['octo'] });\nreturn issue.number;`, '/create an issue$/i',
    `const issue = await codemode.request({ method: 'POST', path: '${BASE}/issues', body: { title: 'Login fails', body: 'Since today.', labels: ['bug'], assignees: ['octo'] } });\nreturn issue.number;`, /\b6\b/, (s) => s.issues[5]?.title === 'Login fails'),
  task('comment on every open bug', 'list repository issues, comment on an issue',
    `const { data: issues } = await github.issues.listForRepo({ ${REPO}, labels: 'bug' });\nawait Promise.all(issues.map(i => github.issues.createComment({ ${REPO}, issue_number: i.number, body: 'Fixed in 1.3.' })));\nreturn issues.length;`, '/list repository issues|create an issue comment/i',
    `const issues = await codemode.request({ method: 'GET', path: '${BASE}/issues', query: { labels: 'bug' } });\nawait Promise.all(issues.map(i => codemode.request({ method: 'POST', path: \`${BASE}/issues/\${i.number}/comments\`, body: { body: 'Fixed in 1.3.' } })));\nreturn issues.length;`, /\b3\b/, (s) => s.comments.length === 3),
  task('merge the pull requests of a person', 'list pull requests, merge a pull request',
    `const { data: pulls } = await github.pulls.list({ ${REPO}, state: 'open' });\nconst mine = pulls.filter(p => p.user.login === 'octo' && !p.draft);\nfor (const p of mine) await github.pulls.merge({ ${REPO}, pull_number: p.number });\nreturn mine.map(p => p.number);`, '/list pull requests$|merge a pull request/i',
    `const pulls = await codemode.request({ method: 'GET', path: '${BASE}/pulls', query: { state: 'open' } });\nconst mine = pulls.filter(p => p.user.login === 'octo' && !p.draft);\nfor (const p of mine) await codemode.request({ method: 'PUT', path: \`${BASE}/pulls/\${p.number}/merge\` });\nreturn mine.map(p => p.number);`, /\b7\b/, (s) => s.merged.join() === '7'),
  task('downloads of all releases', 'list releases',
    `const { data: releases } = await github.repos.listReleases({ ${REPO} });\nreturn Object.fromEntries(releases.map(r => [r.tag_name, r.assets.reduce((n, a) => n + a.download_count, 0)]));`, '/list releases/i',
    `const releases = await codemode.request({ method: 'GET', path: '${BASE}/releases' });\nreturn Object.fromEntries(releases.map(r => [r.tag_name, r.assets.reduce((n, a) => n + a.download_count, 0)]));`, /v1\.2\.0\W+61/),
  task('languages of an organization', 'list organization repositories, list repository languages',
    `const { data: repos } = await github.repos.listForOrg({ org: 'octo' });\nconst all = await Promise.all(repos.map(r => github.repos.listLanguages({ owner: 'octo', repo: r.name })));\nreturn all.reduce((n, l) => n + (l.Java ?? 0), 0);`, '/list organization repositories$|list repository languages/i',
    `const repos = await codemode.request({ method: 'GET', path: '/orgs/octo/repos' });\nconst all = await Promise.all(repos.map(r => codemode.request({ method: 'GET', path: \`/repos/octo/\${r.name}/languages\` })));\nreturn all.reduce((n, l) => n + (l.Java ?? 0), 0);`, /\b14000\b/),
  task('branch from main', 'get a reference, create a reference',
    `const main = await github.git.getRef({ ${REPO}, ref: 'heads/main' });\nconst made = await github.git.createRef({ ${REPO}, ref: 'refs/heads/next', sha: main.object.sha });\nreturn made.object.sha;`, '/get a reference|create a reference/i',
    `const main = await codemode.request({ method: 'GET', path: '${BASE}/git/ref/heads/main' });\nconst made = await codemode.request({ method: 'POST', path: '${BASE}/git/refs', body: { ref: 'refs/heads/next', sha: main.object.sha } });\nreturn made.object.sha;`, /9f2b6c1d/, (s) => s.refs['heads/next'] === '9f2b6c1d'),
  task('topics and contributors', 'replace repository topics, list contributors',
    `await github.repos.replaceAllTopics({ ${REPO}, names: ['java', 'mcp'] });\nconst { data: people } = await github.repos.listContributors({ ${REPO} });\nreturn people.filter(p => p.contributions >= 20).map(p => p.login);`, '/replace all repository topics|list repository contributors/i',
    `await codemode.request({ method: 'PUT', path: '${BASE}/topics', body: { names: ['java', 'mcp'] } });\nconst people = await codemode.request({ method: 'GET', path: '${BASE}/contributors' });\nreturn people.filter(p => p.contributions >= 20).map(p => p.login);`, /ann.*bob/s, (s) => s.topics.hello?.length === 2),
  {
    name: 'a wrong value, and its repair',
    ours: [
      ['search', 'update an issue'],
      ['execute', `return (await github.issues.update({ ${REPO}, issue_number: 3, state: 'done' })).state;`],
      ['execute', `return (await github.issues.update({ ${REPO}, issue_number: 3, state: 'closed' })).state;`],
    ],
    theirs: [
      ['search', LOOK('/update an issue$/i')],
      ['execute', RUN(`return (await codemode.request({ method: 'PATCH', path: '${BASE}/issues/3', body: { state: 'done' } })).state;`)],
      ['execute', RUN(`return (await codemode.request({ method: 'PATCH', path: '${BASE}/issues/3', body: { state: 'closed' } })).state;`)],
    ],
    expect: /closed/, state: (s) => s.issues[2].state === 'closed',
  },
];
