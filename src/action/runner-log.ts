import { debug, endGroup, error, info, notice, setSecret, startGroup, warning } from '@actions/core';

/** Where in a file an annotation belongs, as the runner wants it: lines and columns from 1. */
export interface AnnotationProperties {
  title?: string;
  file?: string;
  startLine?: number;
  endLine?: number;
  startColumn?: number;
  endColumn?: number;
}

/** The part of the runner's toolkit that writes to the log. */
export interface RunnerLog {
  info(message: string): void;
  debug(message: string): void;
  notice(message: string, properties?: AnnotationProperties): void;
  warning(message: string, properties?: AnnotationProperties): void;
  error(message: string, properties?: AnnotationProperties): void;
  startGroup(title: string): void;
  endGroup(): void;
  setSecret(value: string): void;
}

export const runnerLog: RunnerLog = { info, debug, notice, warning, error, startGroup, endGroup, setSecret };
