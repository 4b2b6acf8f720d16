#include "config.h"

#include "yz-guide-error.h"

G_DEFINE_QUARK (yz_guide_error, yz_guide_error)
