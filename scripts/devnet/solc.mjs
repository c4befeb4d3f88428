// Standard JSON in on stdin, standard JSON out on stdout. A process of its own because the compiler's runtime
// installs process-wide rejection handlers, which would end whoever loads it.
import { text } from "node:stream/consumers";
import solc from "solc";

process.stdout.write(solc.compile(await text(process.stdin)));
