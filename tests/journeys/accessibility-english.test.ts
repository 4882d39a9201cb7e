import { readEveryPage } from "./accessibility";

readEveryPage("en");
