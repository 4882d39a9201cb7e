/**
 * How the application's processes are started. Left alone, Node lets its heap grow for as long as the machine has memory, and
 * the allocator keeps an arena for each thread: twice the resident memory for the same work. Memory of one process stays
 * under 250 MB (`memory.app` in the bench); a bigger heap is taken by `NODE_OPTIONS=--max-old-space-size=…`.
 */
const HEAP_MB = 512;
const YOUNG_MB = 16;

/** Arguments for Node before the script. */
export const SERVING_ARGS = process.env.NODE_OPTIONS?.includes("--max-old-space-size")
  ? [`--max-semi-space-size=${YOUNG_MB}`]
  : [`--max-semi-space-size=${YOUNG_MB}`, `--max-old-space-size=${HEAP_MB}`];

/** Variables for the processes; glibc alone reads them. */
export const SERVING_ENV = { MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "2" };
