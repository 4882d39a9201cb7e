/**
 * An answer whose bytes are there as a whole: the HTTP server (`scripts/setup/whole-answer.mjs`) sends it as it is, where
 * a Response would first make a stream of it.
 */
export class WholeAnswer extends Response {
  constructor(
    readonly whole: Buffer,
    init: ResponseInit,
  ) {
    super(null, init);
  }

  override text(): Promise<string> {
    return Promise.resolve(this.whole.toString());
  }
}
