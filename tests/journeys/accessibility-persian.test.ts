import { readEveryPage } from "./accessibility";

readEveryPage("fa");
