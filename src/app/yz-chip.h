/* A condition to be switched on and off, with how many there are. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YZ_TYPE_CHIP (yz_chip_get_type ())

/**
 * YzChip:
 *
 * Properties, all writable: "title" (also its name for a screen reader), "state" (nullable: whose shape stands before
 * the title, such as "open"), "count" (guint).
 */
G_DECLARE_FINAL_TYPE (YzChip, yz_chip, YZ, CHIP, GtkToggleButton)

G_END_DECLS
