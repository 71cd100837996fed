/** The demo network: its files, and how they are loaded through the public APIs. */
@NullMarked
package org.goldenbridge.local.demo;

import org.jspecify.annotations.NullMarked;
