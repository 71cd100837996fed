/** Completes the API descriptions with what holds for every operation. */
package org.goldenbridge.platform.openapi;
