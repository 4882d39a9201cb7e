import { isOfAssistant, walkPages } from "./walk";

walkPages((shown) => !isOfAssistant(shown));
