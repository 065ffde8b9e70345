// Plain JavaScript on purpose: an older Node can't even read the TypeScript that says this.
const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  console.error(
    `Leitai needs Node 22 or newer and got ${process.versions.node}. Its own Node 24 comes with "npm ci"; ` +
      'run its commands through npm (npm start, npm test), and let npm run the install script of the package "node".',
  );
  process.exit(1);
}
