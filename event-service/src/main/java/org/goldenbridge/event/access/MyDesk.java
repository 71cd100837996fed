package org.goldenbridge.event.access;

import java.util.List;
import java.util.Map;

/**
 * Who sits at the desk.
 *
 * @param account the name that staff know each other by
 * @param name the person's own name
 * @param centres the roles at each centre; {@code network} stands for all of them
 */
record MyDesk(String account, String name, Map<String, List<String>> centres) {}
