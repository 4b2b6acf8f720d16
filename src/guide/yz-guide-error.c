#include "config.h"

#include "yz-guide-error.h"

G_DEFINE_QUARK (yz - guide - error - quark, yz_guide_error)
