import { isOfAssistant, walkPages } from "./walk";

walkPages(isOfAssistant);
