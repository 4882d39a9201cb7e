/** A worker process that brings lists in as the product's own does, with leases of a second. */
import { embeddedQueue } from "~/kernel/queue-embedded.server";
import { startWorkers } from "../../workers/index";

startWorkers(embeddedQueue({ leaseSeconds: 1 }));
setInterval(() => {}, 1000);
