/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', explicitResourceManagement: true }, target: 'es2022' },
        module: { type: 'es6' },
      },
    ],
  },
  clearMocks: true,
  // A machine that does other things too, and real programs beside ours: a limit is there for what hangs.
  testTimeout: 30_000,
  randomize: true,
  coverageProvider: 'babel',
  collectCoverageFrom: ['src/**/*.ts'],
};
