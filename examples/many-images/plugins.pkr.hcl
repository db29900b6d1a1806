# Where Packer 1.7 and newer find the amazon builders; bake-ami has them built in. Older Packers, which have them built
# in too, do not know this block: give them images.pkr.hcl alone.
packer {
  required_plugins {
    amazon = {
      version = ">= 1.3.0"
      source  = "github.com/hashicorp/amazon"
    }
  }
}
